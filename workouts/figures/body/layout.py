"""All that is drawn of a body and what it holds, in drawing order: each shape in the frame of a bone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workouts.figures.body import props as things
from workouts.figures.body.anatomy import HALO, HALOED, LAYERS, shortened, strokes
from workouts.figures.body.muscles import HIP_REGIONS, overlays
from workouts.figures.body.shapes import Disc, Stroke
from workouts.figures.body.skeleton import SKELETONS
from workouts.figures.body.spec import FigureSpec


@dataclass(frozen=True)
class Item:
    """A shape in the frame of the bone that ends there."""

    bone: str
    shape: Stroke | Disc


def items(spec: FigureSpec, *, tints: Mapping[str, int]) -> Iterator[Item]:
    """
    Far limbs first, near ones last; muscles over the limbs they lie on, and a halo round arms.

    tints: by region, the step of its tint.
    """
    skeleton = SKELETONS[spec.look]
    muscled = list(muscles(spec, tints))
    for layer in LAYERS[spec.look]:
        passes = ("h", layer.css) if layer.name in HALOED else (layer.css,)
        for css in passes:
            for end in layer.bones:
                for shape in shortened(strokes(skeleton, end, css), spec.short.get(end, 1)):
                    yield Item(end, shape.wider(HALO) if css == "h" else shape)
        yield from (item for name, item in muscled if name == layer.name)
        for prop in spec.props:
            if prop.kind in things.HELD:
                for end in prop.ends:
                    if end in layer.bones:
                        yield from (Item(end, shape) for shape in things.held_shapes(prop))


def muscles(spec: FigureSpec, tints: Mapping[str, int]) -> Iterator[tuple[str, Item]]:
    """The muscles that work, faint ones first, each with the layer it is drawn on."""
    layer_of = {end: layer.name for layer in LAYERS[spec.look] for end in layer.bones}
    for region, step in sorted(tints.items(), key=lambda pair: (pair[1], pair[0])):
        for each in overlays(spec.look, region, works=spec.works):
            stroke = Stroke(each.x, each.y1, each.x, each.y2, each.width, f"m{step}")
            (shape,) = shortened((stroke,), spec.short.get(each.bone, 1))
            # The muscles of the hip lie over the thigh that they move, and are not hidden by the trunk.
            over = f"leg_{spec.works[0]}" if spec.look == "side" else "trunk"
            yield over if region in HIP_REGIONS else layer_of[each.bone], Item(each.bone, shape)
